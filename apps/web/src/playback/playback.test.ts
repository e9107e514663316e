import { expect, it } from "vitest";
import { Playback, type Track } from "./playback.ts";

/** Plays like an element does: `play` and `pause` tell the playback. */
function fakeTrack(playback: Playback, slot: number): Track {
  const track = {
    currentTime: 0,
    volume: 1,
    paused: true,
    async play() {
      track.paused = false;
      playback.started(slot);
    },
    pause() {
      track.paused = true;
      playback.stopped(slot);
    },
  };
  playback.join(slot, track);
  return track;
}

function battle(kind: "audio" | "video") {
  const playback = new Playback(kind);
  return { playback, a: fakeTrack(playback, 0), b: fakeTrack(playback, 1) };
}

it("plays one sound at a time, and the other goes on at the same moment", async () => {
  const { a, b } = battle("audio");
  await a.play();
  a.currentTime = 7.5;
  await b.play();
  expect([a.paused, b.paused, b.currentTime]).toEqual([true, false, 7.5]);
});

it("plays films together, and stops them together", async () => {
  const { a, b } = battle("video");
  await b.play();
  expect([a.paused, b.paused]).toEqual([false, false]);
  a.pause();
  expect([a.paused, b.paused]).toEqual([true, true]);
});

it("keeps films at the moment of the first one", () => {
  const { playback, a, b } = battle("video");
  a.currentTime = 3;
  b.currentTime = 2.95;
  playback.moved(0);
  expect(b.currentTime).toBe(2.95);
  a.currentTime = 10;
  playback.moved(0);
  expect(b.currentTime).toBe(10);
  b.currentTime = 4;
  playback.moved(1);
  expect(a.currentTime).toBe(10);
});

it("turns all down to the quietest, in whatever order they are measured", () => {
  const { playback, a, b } = battle("audio");
  playback.heard(0, 0.4);
  expect(a.volume).toBe(1);
  playback.heard(1, 0.1);
  expect([a.volume, b.volume]).toEqual([0.25, 1]);
  playback.heard(1, 0);
  expect([a.volume, b.volume]).toEqual([0.25, 1]);
});

it("starts the sound heard last, and stops whatever plays", async () => {
  const { playback, a, b } = battle("audio");
  playback.toggle();
  expect(a.paused).toBe(false);
  playback.toggle();
  expect(a.paused).toBe(true);
  await b.play();
  b.pause();
  playback.toggle();
  expect([a.paused, b.paused]).toEqual([true, false]);
});

it("forgets the tracks of the battle before", async () => {
  const playback = new Playback("audio");
  const track = fakeTrack(playback, 0);
  const leave = playback.join(0, track);
  leave();
  playback.toggle();
  playback.heard(0, 0.5);
  expect([track.paused, track.volume]).toEqual([true, 1]);
});
