package shop.rules;

import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class DiscountController {
  private final ExpressionParser parser = new SpelExpressionParser();

  @GetMapping("/discount")
  Object discount(@RequestParam String formula) {
    // ruleid: java-expression-language-injection
    return parser.parseExpression(formula).getValue();
  }

  @GetMapping("/discount-of")
  Object discountOf(@RequestParam String customer) {
    SimpleEvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
    context.setVariable("customer", customer);
    // ok: java-expression-language-injection
    return parser.parseExpression("#customer.length() > 3 ? 5 : 0").getValue(context);
  }
}
