using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Lowers elements to calls. Automatic: <c>_jsx(type, { ...props, children }, key)</c> from <c>react/jsx-runtime</c>, and
/// <c>createElement</c> where a key stands behind a spread, which may bring another. Classic: <c>React.createElement(type, props, ...children)</c>.
/// </summary>
internal sealed class LowerJsx : TransformPass
{
    public override bool Applies(TransformContext context) =>
        (context.Features & ProgramFeatures.Jsx) != 0 && context.Options.Jsx.Mode != JsxMode.Preserve;

    public override void Run(TransformContext context)
    {
        JsxRuntimeImports imports = new(context);
        new JsxRewriter(context, imports).Visit(context.Program);
        imports.AddTo(context.Program);
        context.IsModelStale = true;
    }
}
