/** Where every zoomed picture looks: `scale` 1 = whole picture; `x`, `y` = shift in shares of its size. */
export interface ZoomView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const wholePicture: ZoomView = { scale: 1, x: 0, y: 0 };

const maxScale = 12;

/** A picture is never pushed out of its frame. */
function held({ scale, x, y }: ZoomView): ZoomView {
  const room = (scale - 1) / 2;
  const within = (value: number) => Math.max(-room, Math.min(room, value)) + 0;
  return { scale, x: within(x), y: within(y) };
}

/** Zooms by a factor; the point at (`px`, `py`), in shares from the middle, stays where it is. */
export function zoomBy(view: ZoomView, factor: number, px = 0, py = 0): ZoomView {
  const scale = Math.max(1, Math.min(maxScale, view.scale * factor));
  const ratio = scale / view.scale;
  return held({ scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio });
}

export const panBy = (view: ZoomView, dx: number, dy: number): ZoomView =>
  held({ ...view, x: view.x + dx, y: view.y + dy });
