using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Lowers namespaces to functions over an object: <c>var A; ((A) =&gt; { A.x = 1; })(A || (A = {}))</c>. Exported variables live in the object
/// only, so every use of one becomes a member; functions, classes and inner namespaces keep their names and are stored in it too. Namespaces
/// without values are left to <see cref="RemoveTypes"/>.
/// </summary>
internal sealed class LowerNamespaces : TransformPass
{
    public override bool Applies(TransformContext context) => (context.Features & ProgramFeatures.Namespace) != 0;

    public override void Run(TransformContext context)
    {
        NamespaceExports exports = new(context.Model);
        exports.Visit(context.Program);
        new NamespaceRewriter(context, exports).Visit(context.Program);
        context.IsModelStale = true;
    }
}
