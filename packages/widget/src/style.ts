/** The tokens of the site; a page sets its own as `--agon-ink` and so on. */
const css = `
:host{display:block;color-scheme:light dark;font:inherit;color:var(--agon-ink,light-dark(#1e1b18,#f3ede2));
--p:var(--agon-paper,light-dark(#fbf8f2,#161412));--r:var(--agon-raised,light-dark(#f2ede3,#211e1b));
--m:var(--agon-muted,light-dark(#6b6259,#a79c8f));--l:var(--agon-line,light-dark(#d9d0c1,#3a342e));
--a:var(--agon-accent,var(--agon-terracotta,light-dark(#a63c17,#f08a5d)))}
:host([hidden]){display:none}:host([theme=light]){color-scheme:light}:host([theme=dark]){color-scheme:dark}
div[part=widget]{background:var(--p);padding:12px 16px;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.4em .55em;border-top:1px solid var(--l);text-align:start;font-weight:400}
thead th{border:0;color:var(--m);font-size:.85em}.n{text-align:end;white-space:nowrap}
td[part=rank]{color:var(--m);white-space:nowrap}
a{color:inherit;text-decoration-color:var(--l);text-underline-offset:.25em}
:focus-visible{outline:2px solid;outline-offset:2px}
.i{width:38%}svg{display:block;width:100%;height:16px;overflow:visible}rect{fill:var(--m)}circle{fill:currentcolor}
rect,circle{transition:x .5s,width .5s,cx .5s}
[part~=own]{background:var(--r);box-shadow:inset 3px 0 var(--a)}[part~=own] circle{fill:var(--a)}
p{display:flex;gap:1em;justify-content:space-between;margin:.6em 0 0;color:var(--m);font-size:.85em}
div[part=bracket]{display:flex;gap:20px}section{flex:1 0 140px;display:flex;flex-direction:column}
h3{margin:0 0 .5em;font:inherit;font-weight:600;color:var(--m)}
ol{list-style:none;margin:0;padding:0;flex:1;display:flex;flex-direction:column;justify-content:space-around;gap:8px}
li{border:1px solid var(--l);border-radius:6px}
li div{display:flex;gap:8px;justify-content:space-between;padding:.2em .6em;color:var(--m)}
li div+div{border-top:1px solid var(--l)}li .w{color:var(--agon-ink,light-dark(#1e1b18,#f3ede2));font-weight:600}
.w span+span{color:var(--a)}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
`;

/** A sheet made by script is no inline style: policies let it pass. */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
