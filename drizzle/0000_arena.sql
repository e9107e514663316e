CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`arena_id` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE TABLE `arenas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `arenas_slug_unique` ON `arenas` (`slug`);--> statement-breakpoint
CREATE TABLE `boards` (
	`arena_id` integer NOT NULL,
	`criterion` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`board` text NOT NULL,
	PRIMARY KEY(`arena_id`, `criterion`)
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`arena_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`chunk` integer NOT NULL,
	`chunks` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`arena_id`, `seq`, `chunk`)
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`id` text PRIMARY KEY NOT NULL,
	`body_hash` text NOT NULL,
	`status` integer,
	`answer` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_at` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `log` (
	`arena_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`ballot` text,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`tournament` integer,
	`event` text NOT NULL,
	`answer` text,
	`feed` text,
	PRIMARY KEY(`arena_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `log_ballot` ON `log` (`arena_id`,`ballot`) WHERE ballot IS NOT NULL;--> statement-breakpoint
CREATE INDEX `log_tournament` ON `log` (`arena_id`,`tournament`,`seq`) WHERE tournament IS NOT NULL;--> statement-breakpoint
CREATE TABLE `matches` (
	`arena_id` integer NOT NULL,
	`tournament` integer NOT NULL,
	`match` text NOT NULL,
	`seq` integer NOT NULL,
	`view` text NOT NULL,
	PRIMARY KEY(`arena_id`, `tournament`, `match`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `models` (
	`arena_id` integer NOT NULL,
	`model` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`organization` text,
	`license` text,
	`url` text,
	`family` text,
	`description` text,
	PRIMARY KEY(`arena_id`, `model`)
);
--> statement-breakpoint
CREATE TABLE `outputs` (
	`arena_id` integer NOT NULL,
	`model` integer NOT NULL,
	`prompt` integer NOT NULL,
	`content` text,
	`media_url` text,
	`score` real,
	`hash` text NOT NULL,
	PRIMARY KEY(`arena_id`, `model`, `prompt`)
);
--> statement-breakpoint
CREATE TABLE `prompts` (
	`arena_id` integer NOT NULL,
	`prompt` integer NOT NULL,
	`slug` text NOT NULL,
	`text` text NOT NULL,
	`category` text,
	`reference` text,
	PRIMARY KEY(`arena_id`, `prompt`)
);
--> statement-breakpoint
CREATE TABLE `tournaments` (
	`arena_id` integer NOT NULL,
	`tournament` integer NOT NULL,
	`status` text NOT NULL,
	`seq` integer NOT NULL,
	`summary` text NOT NULL,
	PRIMARY KEY(`arena_id`, `tournament`)
);
