CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`client_id` text NOT NULL,
	`subject` text NOT NULL,
	`scope` text NOT NULL,
	`redirect_uri` text NOT NULL,
	`nonce` text,
	`code_challenge` text NOT NULL,
	`code_hash` blob NOT NULL,
	`code_expires_at` integer NOT NULL,
	`code_used_at` integer,
	`refresh_token_hash` blob,
	`granted_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`subject`) REFERENCES `people`(`subject`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_code_hash_unique` ON `grants` (`code_hash`);--> statement-breakpoint
CREATE INDEX `grants_of_sandbox` ON `grants` (`sandbox_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `grants_of_person` ON `grants` (`subject`);--> statement-breakpoint
CREATE TABLE `people` (
	`subject` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`realm_hash` blob NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_name` ON `people` (`realm_hash`,`name`);--> statement-breakpoint
CREATE INDEX `people_of_sandbox` ON `people` (`sandbox_id`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`period` integer PRIMARY KEY NOT NULL,
	`kid` text NOT NULL,
	`public_key` text NOT NULL,
	`sealed_private_key` blob NOT NULL
);
--> statement-breakpoint
-- People and what they granted count as rows of their sandbox (0001_quotas).
CREATE TRIGGER `count_person` AFTER INSERT ON `people` BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - 200
  WHERE `id` = new.`sandbox_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_grant` AFTER INSERT ON `grants` BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - 500 - length(new.`redirect_uri`)
      - length(coalesce(new.`nonce`, '')) - length(new.`scope`)
  WHERE `id` = new.`sandbox_id`;
END;
