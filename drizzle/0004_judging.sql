CREATE TABLE `judge_answers` (
	`key` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `judge_totals` (
	`arena_id` integer NOT NULL,
	`payer` text NOT NULL,
	`judge` text NOT NULL,
	`calls` integer NOT NULL,
	`failures` integer NOT NULL,
	`invalid` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost_usd` real NOT NULL,
	PRIMARY KEY(`arena_id`, `payer`, `judge`)
);
--> statement-breakpoint
ALTER TABLE `prompts` ADD `checklist` text;