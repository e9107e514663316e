CREATE TABLE `output_styles` (
	`arena_id` integer NOT NULL,
	`model` integer NOT NULL,
	`prompt` integer NOT NULL,
	`chars` integer NOT NULL,
	`tokens` integer NOT NULL,
	`headings` integer NOT NULL,
	`bold` integer NOT NULL,
	`lists` integer NOT NULL,
	PRIMARY KEY(`arena_id`, `model`, `prompt`)
);
