package app.upline.platform.docs;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects what can be read of a text in Markdown. */
final class Words extends AbstractVisitor {
  private final StringBuilder collected = new StringBuilder();

  @Override
  public void visit(Text text) {
    collected.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    collected.append(code.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock block) {
    collected.append(block.getLiteral()).append(' ');
  }

  @Override
  public void visit(SoftLineBreak end) {
    collected.append(' ');
  }

  @Override
  public void visit(HardLineBreak end) {
    collected.append(' ');
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    collected.append(' ');
  }

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    collected.append(' ');
  }

  /** Such as the cell of a table. */
  @Override
  public void visit(CustomNode node) {
    visitChildren(node);
    collected.append(' ');
  }

  /** On one line. */
  @Override
  public String toString() {
    return collected.toString().replaceAll("\\s+", " ").strip();
  }
}
