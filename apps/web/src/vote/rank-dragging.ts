import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

const slotOf = (row: Element): number => Number(row instanceof HTMLElement ? row.dataset.slot : -1);

/** Lets the rows of a rank list be dragged onto each other; a dropped row takes the place of the one below it. */
export function enableDragging(list: HTMLElement, onMove: (slot: number, place: number) => void): () => void {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-slot]")];
  const watch = rows.map((element, place) =>
    combine(
      draggable({ element, getInitialData: () => ({ slot: slotOf(element) }) }),
      dropTargetForElements({
        element,
        onDragEnter: () => element.setAttribute("data-over", ""),
        onDragLeave: () => element.removeAttribute("data-over"),
        onDrop: ({ source }) => {
          element.removeAttribute("data-over");
          onMove(Number(source.data.slot), place);
        },
      }),
    ),
  );
  return combine(...watch);
}
