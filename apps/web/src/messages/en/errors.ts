export const enErrors = {
  missingTitle: "Nothing stands here",
  missing: "This address leads to no arena, model or tournament.",
  missingAction: "See all arenas",
  brokenTitle: "Something broke",
  broken: "The page could not be drawn. Nothing that was acknowledged is lost.",
  brokenAction: "Try again",
};
