package app.upline.incident;

import app.upline.platform.fields.Draft;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An incident on its way to becoming a record: its own fields, and those of each disciplinary
 * action.
 *
 * @param attachments as they will be; nothing that a caller writes
 */
public record IncidentDraft(
    Draft<IncidentDetails> incident,
    List<Draft<DisciplinaryAction>> actions,
    List<Attachment> attachments) {

  /** Where the list of actions is in the JSON form. */
  public static final String ACTIONS = "/disciplinaryActions";

  public IncidentDraft {
    actions = List.copyOf(actions);
    attachments = List.copyOf(attachments);
  }

  /** The same with these actions. */
  IncidentDraft withActions(List<Draft<DisciplinaryAction>> others) {
    return new IncidentDraft(incident, others, attachments);
  }

  /** The same with these attachments. */
  IncidentDraft with(List<Attachment> others) {
    return new IncidentDraft(incident, actions, others);
  }

  /** Everything that is wrong, each with its pointer into the whole. */
  public List<Fault> faults() {
    Stream<Fault> ofActions =
        IntStream.range(0, actions.size())
            .boxed()
            .flatMap(
                i ->
                    actions.get(i).faults().stream()
                        .map(
                            fault ->
                                new Fault(
                                    ACTIONS + "/" + i + fault.pointer(),
                                    fault.code(),
                                    fault.message())));
    return Stream.concat(incident.faults().stream(), ofActions).toList();
  }

  public boolean faultless() {
    return incident.faultless() && actions.stream().allMatch(Draft::faultless);
  }

  /** Whether the JSON itself is not of the contract's shape, beyond any rule. */
  public boolean isMisshapen() {
    return incident.isMisshapen() || actions.stream().anyMatch(Draft::isMisshapen);
  }
}
