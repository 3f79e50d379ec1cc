package org.redress.triage.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.money.MoneyText;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;
import org.redress.triage.judgement.Judge;
import org.redress.triage.judgement.Judgement;
import org.redress.triage.judgement.Statement;
import org.redress.triage.lexicon.ReasonTexts;
import org.redress.triage.preview.PreviewAnswer.PreviewReason;
import org.redress.triage.routing.Route;
import org.redress.triage.routing.RoutingTable;

/** Judges a text without filing it. */
@Path("/api/v1/triage/previews")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "triage", description = "Category, severity, liability and route of a complaint")
public class PreviewResource {

    private static final String DEFAULT_CURRENCY = "CNY";

    private final Judge judge;
    private final RoutingTable routing;
    private final ReasonTexts texts;
    private final Caller caller;

    PreviewResource(Judge judge, RoutingTable routing, ReasonTexts texts, Caller caller) {
        this.judge = judge;
        this.routing = routing;
        this.texts = texts;
        this.caller = caller;
    }

    /** What triage would say to a complaint; nothing is stored. */
    @POST
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "What triage would say; stores nothing", operationId = "previewTriage")
    @APIResponse(responseCode = "200", description = "The judgement and where it would go")
    @APIResponse(responseCode = "422", description = "A field is wrong")
    public PreviewAnswer preview(
            @NotNull @Valid PreviewRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        if (!request.platform().equals(caller.platform())) {
            throw ProblemException.invalid(new FieldError("/platform", "value", "the platform of the access token"));
        }
        Locale locale = Languages.of(language);
        Judgement judgement = judge.judge(statement(request, locale));
        Route route = routing.routeFor(request.platform(), judgement);
        return new PreviewAnswer(
                judgement.category(),
                judgement.severity(),
                judgement.confidence(),
                judgement.liability(),
                route.queue(),
                route.tier(),
                judgement.microClaim(),
                judgement.reasons().stream()
                        .map(reason ->
                                new PreviewReason(reason.rule(), texts.of(reason.rule(), locale), reason.words()))
                        .toList());
    }

    /** Amount and currency are read as a filing's are. */
    private static Statement statement(PreviewRequest request, Locale language) {
        Currency currency = MoneyText.currencyOf(request.currency() == null ? DEFAULT_CURRENCY : request.currency())
                .orElseThrow(() -> ProblemException.invalid(MoneyText.noCurrency("/currency", language)));
        String text = request.amount();
        BigDecimal amount = text == null
                ? null
                : MoneyText.amountOf(text, currency)
                        .orElseThrow(() -> ProblemException.invalid(MoneyText.noAmount("/amount", currency, language)));
        return new Statement(request.description(), request.category(), amount, currency.getCurrencyCode());
    }
}
