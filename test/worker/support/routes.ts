// Every route of the contract as a call that can be made.
import { type AnyRoute, type RouteName, routes } from "@agon/contract/routes";

export interface NamedRoute {
  readonly name: RouteName;
  readonly method: string;
  /** With the parameters in braces. */
  readonly path: string;
  readonly route: AnyRoute;
}

export const allRoutes: readonly NamedRoute[] = Object.entries<AnyRoute>(routes).map(([name, route]) => ({
  name: name as RouteName,
  method: route.method.toUpperCase(),
  path: route.path,
  route,
}));

/** The path with its parameters filled in; those not given stand as `x`. */
export const fill = (path: string, values: Record<string, string>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "x");
