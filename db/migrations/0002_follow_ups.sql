-- What follows an order (its ticket, its next states) is bounded by the order
-- itself. It is not counted: an order that was taken can always be carried out.
DROP TRIGGER `count_event`;
--> statement-breakpoint
CREATE TRIGGER `count_event` AFTER INSERT ON `events` WHEN new.`kind` = 'order.placed' BEGIN
  UPDATE `sandboxes` SET
    `rows_left` = `rows_left` - 1,
    `bytes_left` = `bytes_left` - length(new.`data`)
  WHERE `id` = new.`sandbox_id`;
END;
