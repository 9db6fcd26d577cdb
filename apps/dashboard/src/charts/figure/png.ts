const SCALE = 2;

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("The drawing could not be read."));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/** The same drawing in pixels, twice as many as it is wide, so that it stays sharp on paper. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await loaded(svg);
  const canvas = document.createElement("canvas");
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("The drawing could not be made into pixels.");
  return new Uint8Array(await blob.arrayBuffer());
}
