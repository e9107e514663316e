// How the recordings of one battle play: sounds one at a time, each taking over where the other stood, so that the same
// moment is heard of both; films all together. Loudness never decides a battle: the louder ones are turned down.

/** What is used of an `<audio>` or `<video>`. Times in seconds, volume 0 to 1. */
export interface Track {
  currentTime: number;
  volume: number;
  readonly paused: boolean;
  play(): Promise<void>;
  pause(): void;
}

/** Films further apart than this are brought together. */
const driftS = 0.12;

export class Playback {
  readonly #together: boolean;
  readonly #tracks = new Map<number, Track>();
  readonly #levels = new Map<number, number>();
  #last: number | null = null;

  constructor(kind: "audio" | "video") {
    this.#together = kind === "video";
  }

  /** Takes a slot's track; gives the function that lets go of it. */
  join(slot: number, track: Track): () => void {
    this.#tracks.set(slot, track);
    return () => {
      if (this.#tracks.get(slot) !== track) return;
      this.#tracks.delete(slot);
      this.#levels.delete(slot);
      if (this.#last === slot) this.#last = null;
    };
  }

  /** A slot began to play, by whatever control. */
  started(slot: number): void {
    const track = this.#tracks.get(slot);
    if (track === undefined) return;
    if (this.#together) {
      this.#each((other) => {
        if (other.paused) start(other);
      });
      return;
    }
    const before = this.#last === null || this.#last === slot ? undefined : this.#tracks.get(this.#last);
    this.#last = slot;
    if (before) track.currentTime = before.currentTime;
    this.#each((other) => {
      if (other !== track && !other.paused) other.pause();
    });
  }

  /** A slot was stopped by its own control: films stop together. */
  stopped(slot: number): void {
    if (!this.#together || !this.#tracks.has(slot)) return;
    this.#each((track) => {
      if (!track.paused) track.pause();
    });
  }

  /** A film moved on or was wound: the others follow the first one. */
  moved(slot: number): void {
    const lead = this.#tracks.get(slot);
    if (!this.#together || lead === undefined || slot !== Math.min(...this.#tracks.keys())) return;
    this.#each((track) => {
      if (Math.abs(track.currentTime - lead.currentTime) > driftS) track.currentTime = lead.currentTime;
    });
  }

  /** Plays what stands still, or stops what plays. */
  toggle(): void {
    const playing = [...this.#tracks.values()].filter((track) => !track.paused);
    for (const track of playing) track.pause();
    if (playing.length > 0) return;
    const slot = this.#last ?? Math.min(...this.#tracks.keys());
    const track = this.#tracks.get(slot);
    if (track) start(track);
  }

  /** `level`: the root mean square of a slot's samples, above 0. All sound as loud as the quietest. */
  heard(slot: number, level: number): void {
    if (!(level > 0) || !this.#tracks.has(slot)) return;
    this.#levels.set(slot, level);
    const quietest = Math.min(...this.#levels.values());
    for (const [known, loudness] of this.#levels) {
      const track = this.#tracks.get(known);
      if (track) track.volume = quietest / loudness;
    }
  }

  #each(task: (track: Track) => void): void {
    for (const track of this.#tracks.values()) task(track);
  }
}

/** Browsers refuse to play before the reader has touched the page; the controls stay for that. */
const start = (track: Track): void => void track.play().catch(() => undefined);
