/** The built site; it exists only after `npm run build -w @agon/web`. */
declare module "*/.open-next/worker.js" {
  const worker: { fetch(request: Request, env: unknown, ctx: ExecutionContext): Promise<Response> };
  export default worker;
}
