// What runs in a frame: it tells its height, and asks for its own address again while it is seen. The answer is laid
// over what stands there, element by element, so that nothing flashes and a row that moved glides to its place. It is
// written for the browser as it is; the policy of the frame names its fingerprint, and it makes no markup out of text
// but the frame's own.

/** A frame that is seen asks so often. */
const pollMs = 10_000;
const mostMs = 300_000;

const tellHeight = `
const tell=()=>parent.postMessage({agon:{v:1,id:document.body.dataset.id,height:Math.ceil(document.body.getBoundingClientRect().height)}},"*");
new ResizeObserver(tell).observe(document.body);tell();`;

const lay = `
const lay=(old,now)=>{
 for(const{name,value}of now.attributes)if(old.getAttribute(name)!==value)old.setAttribute(name,value);
 for(const{name}of[...old.attributes])if(!now.hasAttribute(name))old.removeAttribute(name);
 if(!now.children.length){if(old.textContent!==now.textContent)old.textContent=now.textContent;return}
 if(!old.children.length)old.textContent="";
 const keyed=new Map([...old.children].map(e=>[e.dataset.key,e]));
 [...now.children].forEach((next,at)=>{
  const there=old.children[at],key=next.dataset.key;
  let was=key?keyed.get(key):there&&!there.dataset.key&&there.tagName===next.tagName?there:null;
  if(was)lay(was,next);else was=document.importNode(next,true);
  if(was!==there)old.insertBefore(was,there||null);
 });
 while(old.children.length>now.children.length)old.lastElementChild.remove();
};
const still=matchMedia("(prefers-reduced-motion:reduce)");
const rows=()=>[...document.querySelectorAll("tr[data-key]")];
const show=text=>{
 const next=new DOMParser().parseFromString(text,"text/html").body;
 const tops=new Map(rows().map(r=>[r.dataset.key,r.offsetTop]));
 lay(document.body,next);
 if(!still.matches)for(const r of rows()){
  const by=(tops.get(r.dataset.key)??r.offsetTop)-r.offsetTop;
  if(by)r.animate([{transform:"translateY("+by+"px)"},{transform:"none"}],{duration:500,easing:"ease-out"});
 }
};`;

const poll = `
let tag,timer,wait=${pollMs},due=Date.now()+wait;
const plan=()=>{clearTimeout(timer);if(!document.hidden)timer=setTimeout(ask,Math.max(0,due-Date.now()))};
const ask=async()=>{
 try{
  const answer=await fetch(location.href,{cache:"no-cache",credentials:"omit"});
  if(!answer.ok)throw 0;
  const text=await answer.text(),now=answer.headers.get("etag");
  if(now!==tag)show(text);
  tag=now;wait=${pollMs};
 }catch{wait=Math.min(2*wait,${mostMs})}
 due=Date.now()+wait;plan();
};
document.addEventListener("visibilitychange",plan);plan();`;

const tight = (script: string): string => script.replaceAll(/\n\s*/g, "\n").trim();

export const frameScript = (live: boolean): string => tight(live ? tellHeight + lay + poll : tellHeight);
