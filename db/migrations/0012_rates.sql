ALTER TABLE `arrivals` ADD `quota` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `arrivals` ADD `before` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `arrivals` ADD `level` real;--> statement-breakpoint
ALTER TABLE `arrivals` ADD `passed` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `rate_limits` ADD `quota` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `rate_limits` ADD `before` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `rate_limits` ADD `level` real;--> statement-breakpoint
ALTER TABLE `rate_limits` ADD `passed` integer DEFAULT true NOT NULL;