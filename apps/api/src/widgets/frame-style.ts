// The look of frames. No font is brought along: the reader's own serve, and nothing is asked of anybody.

export const frameStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fbf8f2,#161412);--raised:light-dark(#f2ede3,#211e1b);
--ink:light-dark(#1e1b18,#f3ede2);--muted:light-dark(#6b6259,#a79c8f);--accent:light-dark(#a63c17,#f08a5d);
--line:light-dark(#d9d0c1,#3a342e)}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}html{background:var(--paper)}
body{margin:0;padding:12px 16px;color:var(--ink);font:14px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
h1{margin:0;font:600 18px/1.2 Georgia,serif}h2{margin:0 0 8px;font:600 13px/1.2 Georgia,serif;color:var(--muted)}
header{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;justify-content:space-between;padding-bottom:8px}
header p,footer{margin:0;color:var(--muted);font-size:12px}footer{padding-top:10px}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.25em}a:hover{text-decoration-color:currentcolor}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:6px 8px;border-block-start:1px solid var(--line);text-align:start;font-weight:400}
thead th{border:0;padding-block:2px;color:var(--muted);font-size:12px}
.n{text-align:end;white-space:nowrap}.r{white-space:nowrap;color:var(--muted)}
tbody th{font:15px/1.3 Georgia,serif}.i{width:38%}.i svg{display:block;width:100%;height:16px;overflow:visible}
.i rect{fill:var(--muted)}.i circle{fill:var(--ink)}.i rect,.i circle{transition:x .5s,width .5s,cx .5s}
[data-own]{background:var(--raised)}[data-own]>:first-child{box-shadow:inset 3px 0 var(--accent)}
[data-own] circle{fill:var(--accent)}
.s{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.c th,.c td{padding:3px 6px}.c body{padding:8px}
.b{display:flex;gap:20px;overflow-x:auto;padding-bottom:4px}
.b section{flex:1 0 150px;display:flex;flex-direction:column}
ol{list-style:none;margin:0;padding:0;flex:1;display:flex;flex-direction:column;justify-content:space-around;gap:8px}
.m{border:1px solid var(--line);border-radius:6px;overflow:hidden}
.m div{display:flex;gap:8px;justify-content:space-between;padding:3px 8px;color:var(--muted)}
.m div+div{border-block-start:1px solid var(--line)}.m .w{color:var(--ink);font-weight:600}
.m .w span:last-child{color:var(--accent)}.m [data-own]{color:var(--ink)}
.o{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(min(100%,220px),1fr))}
.o article{border:1px solid var(--line);border-radius:6px;padding:10px 12px;min-width:0}.o .w{border-color:var(--accent)}
.o p{margin:6px 0 0;white-space:pre-wrap}.o img{max-width:100%;border-radius:4px}
.o h2{color:var(--ink);font-size:15px;display:flex;justify-content:space-between;gap:8px}
.o b{color:var(--accent);font:600 12px system-ui,sans-serif}
@media(max-width:420px){.i{width:24%}.x{display:none}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
`.replaceAll("\n", "");

/** A style of its own, so that the rest keeps its fingerprint. */
export const accentStyle = (accent: string): string => `:root{--accent:#${accent.replace("#", "")}}`;
