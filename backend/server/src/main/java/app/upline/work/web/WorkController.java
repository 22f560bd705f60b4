package app.upline.work.web;

import app.upline.api.WorkApi;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.WorkCountDto;
import app.upline.api.model.WorkItemDto;
import app.upline.api.model.WorkListDto;
import app.upline.api.model.WorkSubjectDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.work.Subject;
import app.upline.work.WorkItem;
import app.upline.work.WorkList;
import app.upline.work.WorkService;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;

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
        .items(list.items().stream().map(WorkController::item).toList())
        .counts(list.counts().stream().map(WorkController::count).toList());
  }

  private static WorkCountDto count(WorkList.Count count) {
    return new WorkCountDto()
        .kind(WorkCodes.KINDS.toContract(count.kind()))
        .count(count.count())
        .countIsCapped(count.isCapped());
  }

  private static WorkItemDto item(WorkItem item) {
    WorkItem.Organization other = item.other();
    return new WorkItemDto()
        .kind(WorkCodes.KINDS.toContract(item.kind()))
        .urgency(WorkCodes.URGENCIES.toContract(item.urgency()))
        .why(item.why())
        .subject(subject(item.subject()))
        .organization(
            other == null ? null : new OrganizationNameDto().id(other.id()).name(other.name()))
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
