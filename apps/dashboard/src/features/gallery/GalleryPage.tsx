export function GalleryPage() {
  return <h1>Marks</h1>;
}
