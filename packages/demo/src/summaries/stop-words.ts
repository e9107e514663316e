/** Words that carry the grammar of English rather than the matter of a passage. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again against all almost alone along already also although always am among an and
  another any are around as at away back be became because become been before behind being below between both
  but by can cannot could did do does doing done down during each either else enough even ever every few for
  from further get gets give given go goes had has have having he her here hers herself him himself his how
  however i if in indeed instead into is it its itself just keep kept less let like made make makes many may
  me might mine more most much must my myself near need neither never no nobody none nor not nothing now of
  off often on once one only onto or other others our ours ourselves out over own perhaps put quite rather
  really same she should since so some someone something soon still such take takes than that the their theirs
  them themselves then there therefore these they thing things this those though through thus to together too
  toward towards two under until up upon us very was we well were what whatever when where whether which while
  who whole whom whose why will with within without would yet you your yours yourself`
    .trim()
    .split(/\s+/),
);
