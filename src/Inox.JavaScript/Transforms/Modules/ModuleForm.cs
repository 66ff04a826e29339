using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>What a file without <c>import</c> and <c>export</c> looks like in one format.</summary>
internal abstract class ModuleForm(TransformContext context)
{
    protected TransformContext Context { get; } = context;

    /// <summary>Whether the format has a name of its own for it, so that the file must call its own otherwise.</summary>
    public abstract bool Reserves(string name);

    /// <summary><c>import(x)</c></summary>
    public abstract Expression Import(ImportExpression node);

    /// <summary><c>import.meta</c></summary>
    public abstract Expression ImportMeta(TextSpan span);

    /// <summary>The statements of the file, from those that <see cref="ModuleNames"/> has been over.</summary>
    public abstract Statement[] Write(ModuleShape shape, Statement[] body);

    protected Expression Interop(string helper, Expression module) => Context.Options.DefaultImport switch
    {
        DefaultImport.Member => module,
        DefaultImport.Node => Context.Runtime.Call(module.Span, helper, module, Make.Boolean(module.Span, true)),
        _ => Context.Runtime.Call(module.Span, helper, module),
    };

    protected static Directive Strict() => new(TextSpan.At(0), Make.String(TextSpan.At(0), "use strict"), "use strict");

    protected static Statement[] StrictBody(ModuleShape shape, IEnumerable<Statement> statements)
    {
        bool isStrict = shape.Directives.Exists(static directive => directive is Directive { Raw: "use strict" });
        return isStrict ? [.. shape.Directives, .. statements] : [Strict(), .. shape.Directives, .. statements];
    }

    /// <summary>`(parameters) => value`, as a function: old engines have it too.</summary>
    protected static FunctionExpression Getter(TextSpan span, Expression value, params string[] parameters) =>
        Make.Function(span, [.. Array.ConvertAll(parameters, name => Make.Parameter(span, Make.Binding(span, name)))], [Make.Return(span, value)]);
}
