using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>
/// Says once more what a CommonJS file exports, in a statement that does nothing: <c>0 &amp;&amp; (module.exports = { a: null, ...require("b") })</c>. Node reads the names
/// that its ES modules can import from the text, and of a minified one it knows neither <c>enumerable: !0</c> nor what <c>__exportStar</c> became. It comes last, as useless statements go.
/// </summary>
internal sealed class HintExports : TransformPass
{
    public override bool NeedsModel => false;

    public override bool Applies(TransformContext context) => context is { CommonJsModule: not null, Options.HintsExports: true };

    public override void Run(TransformContext context)
    {
        ModuleShape shape = context.CommonJsModule!;
        TextSpan at = TextSpan.At(context.Program.End);
        List<Node> names = [];
        // `default` is always there
        foreach (ModuleExport export in shape.Exports)
            if (export.Name != "default") names.Add(Make.Property(at, ModuleNames.KeyOf(at, export.Name), new NullLiteral(at)));
        bool spreads = context.Options.Target.Supports(Lowering.SyntaxFeature.ObjectSpread);
        List<Statement> hints = [];
        foreach (ModuleRequest request in shape.Requests)
        {
            if (!request.IsStarExport) continue;
            Expression module = Make.Call(at, Make.Reference(at, "require"), Make.String(at, request.Source.Value));
            if (spreads) names.Add(new SpreadElement(at, module));
            else hints.Add(Never(at, Make.Call(at, Make.Reference(at, "__exportStar"), module)));
        }
        if (names.Count > 0) hints.Insert(0, Never(at, Make.Assign(at, Make.Dotted(at, "module.exports"), new ObjectExpression(at, [.. names]))));
        if (hints.Count == 0) return;
        context.Program.Body = [.. context.Program.Body, .. hints];
        context.IsModelStale = true;
    }

    private static ExpressionStatement Never(TextSpan span, Expression value) => Make.Statement(new LogicalExpression(span, Make.Number(span, 0), LogicalOperator.And, value));
}
