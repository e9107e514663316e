CREATE TABLE `hook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`arena_id` integer NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`previous_until` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `hook_endpoints_arena` ON `hook_endpoints` (`arena_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `submission_outputs` (
	`arena_id` integer NOT NULL,
	`submission` text NOT NULL,
	`prompt` integer NOT NULL,
	`content` text,
	`media_url` text,
	`score` real,
	`hash` text,
	`source` text,
	PRIMARY KEY(`arena_id`, `submission`, `prompt`)
);
