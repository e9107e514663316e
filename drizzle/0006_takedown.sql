ALTER TABLE `outputs` ADD `taken_down_at` integer;--> statement-breakpoint
CREATE INDEX `outputs_media` ON `outputs` (`media_url`) WHERE media_url IS NOT NULL;