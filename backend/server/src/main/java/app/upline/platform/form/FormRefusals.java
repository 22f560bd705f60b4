package app.upline.platform.form;

import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpResponse;

/** How an operation that does not answer problem documents says that its form is wrong. */
public interface FormRefusals {

  /** The operation of the contract. */
  String operation();

  HttpResponse<?> answer(ProblemException refusal);
}
