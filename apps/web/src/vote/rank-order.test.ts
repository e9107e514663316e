import { expect, it } from "vitest";
import {
  castRanks,
  emptyOrder,
  moveSlot,
  placeRanks,
  rankOf,
  removeSlot,
  toggleSlot,
  toggleTie,
} from "./rank-order.ts";

const press = (...slots: number[]) => slots.reduce((order, slot) => toggleSlot(order, slot, 4), emptyOrder);

it("ranks in the order of the presses and fills in the last one", () => {
  const order = press(2, 0, 3);
  expect(order.slots).toEqual([2, 0, 3, 1]);
  expect(castRanks(order, 4)).toEqual([2, 4, 1, 3]);
});

it("keeps the last one, which was filled in, when it is named too", () => {
  expect(castRanks(press(0, 1, 2, 3), 4)).toEqual([1, 2, 3, 4]);
  expect(castRanks(press(2, 0, 3, 1), 4)).toEqual([2, 4, 1, 3]);
});

it("takes the rank away at the second press, and does not fill in again by itself", () => {
  expect(press(2, 0, 3, 0).slots).toEqual([2, 3, 1]);
  expect(castRanks(press(2, 0, 3, 0), 4)).toBeNull();
  expect(press(2, 0, 3, 1, 1).slots).toEqual([2, 0, 3]);
});

it("takes the rank of one that was moved by the voter after it was filled in", () => {
  const moved = moveSlot(press(0, 1, 2), 3, 0);
  expect(toggleSlot(moved, 3, 4).slots).toEqual([0, 1, 2]);
});

it("removes any rank when asked to, also one that was filled in", () => {
  expect(removeSlot(press(2, 0, 3), 1).slots).toEqual([2, 0, 3]);
  expect(removeSlot(press(2, 0, 3), 0).slots).toEqual([2, 3, 1]);
  expect(removeSlot(press(2), 0)).toEqual(press(2));
});

it("moves a slot and lets the others close up", () => {
  expect(moveSlot(press(0, 1, 2), 3, 0).slots).toEqual([3, 0, 1, 2]);
  expect(moveSlot(press(0, 1, 2), 0, 2).slots).toEqual([1, 2, 0, 3]);
});

it("stops at both ends", () => {
  expect(moveSlot(press(0, 1, 2), 0, -1).slots).toEqual([0, 1, 2, 3]);
  expect(moveSlot(press(0, 1, 2), 3, 9).slots).toEqual([0, 1, 2, 3]);
});

it("counts ties as competition ranks", () => {
  const order = toggleTie(press(0, 1, 2), 2);
  expect(placeRanks(order)).toEqual([1, 2, 2, 4]);
  expect(rankOf(order, 2)).toBe(2);
  expect(castRanks(toggleTie(order, 3), 4)).toEqual([1, 2, 2, 2]);
});

it("never ties the best with somebody above it", () => {
  expect(placeRanks(toggleTie(press(0, 1), 0))).toEqual([1, 2]);
  expect(placeRanks(toggleSlot(toggleTie(press(0, 1), 1), 0, 4))).toEqual([1]);
});

it("leaves a slot without rank alone", () => {
  expect(moveSlot(press(0), 3, 0)).toEqual(press(0));
  expect(rankOf(press(0), 3)).toBeNull();
});
