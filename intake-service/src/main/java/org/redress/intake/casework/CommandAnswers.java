package org.redress.intake.casework;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.redress.service.problem.Problem;

/**
 * Says in the OpenAPI document what all commands on a case answer, so that no resource repeats it. A command is a POST with the tag
 * {@code case}; where its resource says more about a status, that stays.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = CommandAnswers.BEFORE_THE_SHARED_CONVENTIONS)
public final class CommandAnswers implements OASFilter {
    static final int BEFORE_THE_SHARED_CONVENTIONS = 10;

    private static final String SCHEMAS = "#/components/schemas/";

    private static final Map<String, String> REFUSALS = Map.of(
            "403", "Not for your role, or not for you: code says why",
            "404", "No such complaint, or not yours",
            "409", "The case does not allow it now, code and current say why; or the same key is in flight",
            "412", "If-Match names another version",
            "422", "A field is not accepted, or the key came with another body");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(item -> {
            Operation post = item.getOperations().get(HttpMethod.POST);
            if (post != null && post.getTags() != null && post.getTags().contains("case")) {
                command(post);
            }
        });
    }

    private static void command(Operation post) {
        var answers = post.getResponses();
        if (answers.getAPIResponse("201") == null) {
            answers.removeAPIResponse("200");
            answers.addAPIResponse("201", answer("Done; Location and ETag are set", "application/json", "CommandDone"));
        }
        REFUSALS.forEach((status, description) -> {
            if (answers.getAPIResponse(status) == null) {
                answers.addAPIResponse(status, refusal(status, description));
            }
        });
        APIResponse tooSoon = answers.getAPIResponse("429");
        if (tooSoon != null && tooSoon.getContent() == null) {
            tooSoon.setContent(refusal("429", "").getContent());
        }
    }

    private static APIResponse refusal(String status, String description) {
        boolean aboutTheCase = !status.equals("404") && !status.equals("412");
        APIResponse plain = answer(description, Problem.MEDIA_TYPE, "Problem");
        if (aboutTheCase) {
            var either = OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(SCHEMAS + "CaseProblem"))
                    .addAnyOf(OASFactory.createSchema().ref(SCHEMAS + "Problem"));
            plain.getContent().getMediaType(Problem.MEDIA_TYPE).schema(either);
        }
        return plain;
    }

    private static APIResponse answer(String description, String type, String schema) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        type,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMAS + schema)));
        return OASFactory.createAPIResponse().description(description).content(content);
    }
}
