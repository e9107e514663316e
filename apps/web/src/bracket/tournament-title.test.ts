import { expect, it } from "vitest";
import { deBracket } from "../messages/de/bracket.ts";
import { enBracket } from "../messages/en/bracket.ts";
import { tournamentTitle } from "./tournament-title.ts";

const made = { title: "Swiss of 12", titled: false, format: "swiss", entrants_total: 12 };

it("keeps the name a tournament was given", () => {
  expect(tournamentTitle({ ...made, title: "Spring", titled: true }, "de", deBracket)).toBe("Spring");
});

it("says format and size in the reader's language where nobody gave it a name", () => {
  expect(tournamentTitle(made, "en", enBracket)).toBe("Swiss system, 12 entrants");
  expect(tournamentTitle(made, "de", deBracket)).toBe("Schweizer System, 12 Teilnehmer");
});
