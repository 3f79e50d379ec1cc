package org.redress.intake.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a case can go beyond this platform.
 *
 * @param appealsLeft how many appeals are left here; with none, the way on is outside (R32)
 * @param explanation what that means, in the reader's language
 * @param routes those that are open first
 */
@Schema(name = "ExternalRoutes")
public record RoutesView(int appealsLeft, String explanation, List<RouteView> routes) {}
