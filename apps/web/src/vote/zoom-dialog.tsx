"use client";
import { Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState, type WheelEvent } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { Modal } from "../ui/modal.tsx";
import { panBy, wholePicture, type ZoomView, zoomBy } from "./zoom-view.ts";

interface Props {
  pictures: readonly { readonly letter: string; readonly address: string }[];
  onClose: () => void;
  t: Messages["vote"];
}

const keySteps: Readonly<Record<string, (view: ZoomView) => ZoomView>> = {
  "+": (view) => zoomBy(view, 1.4),
  "=": (view) => zoomBy(view, 1.4),
  "-": (view) => zoomBy(view, 1 / 1.4),
  "0": () => wholePicture,
  ArrowLeft: (view) => panBy(view, 0.1, 0),
  ArrowRight: (view) => panBy(view, -0.1, 0),
  ArrowUp: (view) => panBy(view, 0, 0.1),
  ArrowDown: (view) => panBy(view, 0, -0.1),
};

/** All pictures of a battle, enlarged together: one moves, the others look at the same place. */
export default function ZoomDialog({ pictures, onClose, t }: Props) {
  const [view, setView] = useState(wholePicture);
  const grip = useRef<{ x: number; y: number } | null>(null);
  const wheel = (event: WheelEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [
      (event.clientX - box.left) / box.width - 0.5,
      (event.clientY - box.top) / box.height - 0.5,
    ];
    setView((before) => zoomBy(before, Math.exp(-event.deltaY / 400), px, py));
  };
  const grab = (event: PointerEvent<HTMLElement>) => {
    grip.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const from = grip.current;
    if (!from) return;
    const box = event.currentTarget.getBoundingClientRect();
    grip.current = { x: event.clientX, y: event.clientY };
    setView((before) =>
      panBy(before, (event.clientX - from.x) / box.width, (event.clientY - from.y) / box.height),
    );
  };
  const release = () => {
    grip.current = null;
  };
  const key = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (!step) return;
    event.preventDefault();
    setView(step);
  };
  return (
    <Modal title={t.zoom.title} closeLabel={t.zoom.close} onClose={onClose} wide>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <button
          type="button"
          className="button button-small"
          onClick={() => setView((v) => zoomBy(v, 1.4))}
          onKeyDown={key}
        >
          <Plus size={16} aria-hidden="true" /> {t.zoom.in}
        </button>
        <button
          type="button"
          className="button button-small"
          onClick={() => setView((v) => zoomBy(v, 1 / 1.4))}
          onKeyDown={key}
        >
          <Minus size={16} aria-hidden="true" /> {t.zoom.out}
        </button>
        <button
          type="button"
          className="button button-small"
          onClick={() => setView(wholePicture)}
          onKeyDown={key}
        >
          {t.zoom.reset}
        </button>
        <p className="text-sm text-muted">{t.zoom.hint}</p>
      </div>
      <div className="zoom-grid" data-count={pictures.length}>
        {pictures.map(({ letter, address }) => (
          <figure
            key={letter}
            className="zoom-frame"
            onWheel={wheel}
            onPointerDown={grab}
            onPointerMove={drag}
            onPointerUp={release}
            onPointerCancel={release}
          >
            <figcaption className="output-letter zoom-letter">{letter}</figcaption>
            {/* biome-ignore lint/performance/noImgElement: stored pictures are shown as they are */}
            <img
              src={address}
              alt={fill(t.output, { letter })}
              draggable={false}
              style={{ transform: `translate(${view.x * 100}%, ${view.y * 100}%) scale(${view.scale})` }}
            />
          </figure>
        ))}
      </div>
    </Modal>
  );
}
