package app.upline.work.web;

import app.upline.api.WorkApi;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.PersonNameDto;
import app.upline.api.model.WorkCountDto;
import app.upline.api.model.WorkItemDto;
import app.upline.api.model.WorkListDto;
import app.upline.api.model.WorkSubjectDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.work.Subject;
import app.upline.work.WorkHolders;
import app.upline.work.WorkItem;
import app.upline.work.WorkList;
import app.upline.work.WorkService;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

@Controller
class WorkController implements WorkApi {

  private final CurrentUserProvider callers;
  private final WorkService work;

  WorkController(CurrentUserProvider callers, WorkService work) {
    this.callers = callers;
    this.work = work;
  }

  @Override
  public WorkListDto getWorkList() {
    WorkList list = work.of(callers.current());
    return new WorkListDto()
        .items(list.items().stream().map(item -> item(item, list.assignees())).toList())
        .counts(list.counts().stream().map(WorkController::count).toList());
  }

  private static WorkCountDto count(WorkList.Count count) {
    return new WorkCountDto()
        .kind(WorkCodes.KINDS.toContract(count.kind()))
        .count(count.count())
        .countIsCapped(count.isCapped());
  }

  private static WorkItemDto item(WorkItem item, Map<UUID, WorkHolders.Holder> assignees) {
    WorkItem.Organization other = item.other();
    UUID subject = item.subject().id();
    WorkHolders.Holder holder = subject == null ? null : assignees.get(subject);
    return new WorkItemDto()
        .kind(WorkCodes.KINDS.toContract(item.kind()))
        .urgency(WorkCodes.URGENCIES.toContract(item.urgency()))
        .why(item.why())
        .subject(subject(item.subject()))
        .organization(
            other == null ? null : new OrganizationNameDto().id(other.id()).name(other.name()))
        .assignee(holder == null ? null : new PersonNameDto().id(holder.id()).name(holder.name()))
        .dueOn(item.dueOn())
        .since(item.since() == null ? null : item.since().atOffset(ZoneOffset.UTC));
  }

  private static WorkSubjectDto subject(Subject subject) {
    return new WorkSubjectDto()
        .kind(WorkCodes.SUBJECTS.toContract(subject.kind()))
        .id(subject.id())
        .reference(subject.reference())
        .period(subject.period() == null ? null : subject.period().toString())
        .incidentId(subject.incidentId());
  }
}
