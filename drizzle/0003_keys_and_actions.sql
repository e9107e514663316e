CREATE TABLE `operator_actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`key_id` text NOT NULL,
	`key_name` text NOT NULL,
	`arena_id` integer,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`status` integer NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operator_actions_arena` ON `operator_actions` (`arena_id`,`id`);--> statement-breakpoint
ALTER TABLE `outputs` ADD `removed_at` integer;--> statement-breakpoint
-- By hand: the key of an older deployment knew one scope and stands for all of them.
UPDATE `api_keys` SET `scopes` = 'arena:write submissions:write webhooks:write keys:write' WHERE `name` = 'operator' AND `scopes` = 'arena:write';
