// The look of the report: the colours of the site, the fonts of the reader's machine, nothing from a network.
export const style = `
:root { color-scheme: light dark; --paper: #FBF8F2; --raised: #F2EDE3; --ink: #1E1B18; --muted: #6B6259;
  --accent: #A63C17; --olive: #4F6228; --line: #D9D0C1; }
@media (prefers-color-scheme: dark) { :root { --paper: #161412; --raised: #211E1B; --ink: #F3EDE2; --muted: #A79C8F;
  --accent: #F08A5D; --olive: #A9C26B; --line: #3A342E; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 1040px; margin: 0 auto; padding: 40px 24px 80px; }
h1, h2 { font-family: Fraunces, Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.2; }
h1 { font-size: 40px; margin: 0 0 8px; }
h2 { font-size: 24px; margin: 56px 0 12px; padding-top: 16px; border-top: 1px solid var(--line); }
p { max-width: 70ch; margin: 0 0 16px; }
.muted { color: var(--muted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; font-weight: 500; color: var(--muted); }
th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); white-space: nowrap; }
td.n, th.n { text-align: right; }
svg.interval { display: block; width: 100%; min-width: 220px; height: 20px; }
.facts { display: flex; flex-wrap: wrap; gap: 12px; margin: 24px 0 0; padding: 0; list-style: none; }
.facts li { background: var(--raised); border-radius: 6px; padding: 12px 16px; min-width: 120px; }
.facts b { display: block; font: 600 22px/1.2 Fraunces, Georgia, serif; }
.matrix td { text-align: center; padding: 4px; min-width: 34px; font-size: 12px; }
.matrix th.up { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 240px; padding: 8px 4px; vertical-align: bottom; }
details { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: 8px 0; }
summary:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; border-radius: 6px; }
.rounds { display: flex; gap: 24px; padding: 8px 0 20px; align-items: stretch; }
.round { display: flex; flex-direction: column; justify-content: space-around; gap: 8px; min-width: 170px; }
.round h3 { margin: 0; font-size: 13px; font-weight: 500; color: var(--muted); }
.match { border-left: 1px solid var(--line); padding: 2px 8px; font-size: 13px; color: var(--muted); }
.match .won { color: var(--accent); font-weight: 600; }
.match div { overflow: hidden; text-overflow: ellipsis; max-width: 220px; white-space: nowrap; }
@media print { details { break-inside: avoid; } }
`;
