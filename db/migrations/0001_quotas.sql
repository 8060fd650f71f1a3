-- Each row that a visitor writes is taken off what the sandbox may still hold.
-- The checks on `sandboxes` (quota_orders, quota_rows, quota_bytes) refuse the
-- one that would be too many, and the whole transaction with it.
CREATE TRIGGER `count_order` AFTER INSERT ON `orders` BEGIN
  UPDATE `sandboxes` SET
    `orders_left` = `orders_left` - 1,
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - 200 - length(coalesce(new.`note`, ''))
  WHERE `id` = new.`sandbox_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_order_line` AFTER INSERT ON `order_lines` BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - 160
  WHERE `id` = new.`sandbox_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_event` AFTER INSERT ON `events` WHEN new.`kind` <> 'spans' BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - length(new.`data`)
  WHERE `id` = new.`sandbox_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_message` AFTER INSERT ON `outbox` BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - length(new.`payload`)
  WHERE `id` = new.`sandbox_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_reply` AFTER INSERT ON `replies` BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - length(new.`body`) - 300
  WHERE `id` = new.`sandbox_id`;
END;
--> statement-breakpoint
-- A trace that makes room for a newer one takes its spans along.
CREATE TRIGGER `forget_trace` AFTER DELETE ON `traces` BEGIN
  DELETE FROM `events`
  WHERE `kind` = 'spans'
    AND `sandbox_id` = old.`sandbox_id` AND `trace_id` = old.`trace_id`;
END;
