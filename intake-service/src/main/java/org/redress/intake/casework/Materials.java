package org.redress.intake.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.casework.CaseRequests.ItemRequest;
import org.redress.intake.lifecycle.Command;
import org.redress.intake.lifecycle.MaterialsCommand;
import org.redress.intake.lifecycle.RequestItem;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Requests for material as they arrive. */
final class Materials {
    private Materials() {}

    /**
     * The command behind a request.
     *
     * @param held what the platform itself holds and has told
     * @throws ProblemException 422 if two items have one id
     */
    static Command request(CaseRequests.MaterialsRequest body, Set<EvidenceKind> held) {
        List<RequestItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ItemRequest item : body.items()) {
            String id = item.itemId() != null ? item.itemId() : Integer.toString(items.size() + 1);
            if (!ids.add(id)) {
                throw ProblemException.invalid(new FieldError(
                        "/items/" + items.size() + "/itemId", "value", "another item of the list has this id"));
            }
            items.add(new RequestItem(id, item.kind(), item.text(), item.reason(), false));
        }
        return new MaterialsCommand.RequestMaterials(items, body.dueAt(), held, body.note());
    }
}
