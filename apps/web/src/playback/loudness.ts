/** Root mean square of all samples of a recording, 0 to 1; null when it cannot be read. */
export async function loudnessOf(address: string): Promise<number | null> {
  try {
    const bytes = await (await fetch(address)).arrayBuffer();
    const decoder = new OfflineAudioContext(1, 1, 8_000);
    const sound = await decoder.decodeAudioData(bytes);
    let [squares, samples] = [0, 0];
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
      for (const sample of sound.getChannelData(channel)) squares += sample * sample;
      samples += sound.length;
    }
    return samples === 0 ? null : Math.sqrt(squares / samples);
  } catch {
    return null;
  }
}
