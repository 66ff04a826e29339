using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Runtime;

/// <summary>Brings the functions of the runtime that a file calls into it: their text behind the directives and imports, or an import of them.</summary>
internal sealed class AddRuntime : TransformPass
{
    private static readonly TextSpan s_span = TextSpan.At(0);

    public override bool Applies(TransformContext context) => !context.Runtime.IsEmpty;

    public override void Run(TransformContext context)
    {
        Program program = context.Program;
        bool imports = context.Options.Runtime == RuntimePlacement.Import && program.SourceType != SourceType.Script;
        List<Statement> added = imports ? [Import(context)] : Copy(context);
        int place = 0;
        while (place < program.Body.Length && program.Body[place] is Directive or ImportDeclaration) place++;
        program.Body = [.. program.Body[..place], .. added, .. program.Body[place..]];
        context.IsModelStale = true;
    }

    private static Statement Import(TransformContext context)
    {
        List<(string Name, string Local)> names = [];
        foreach (string name in context.Runtime.Names) names.Add((name, Localize(context, name)));
        if (context.Program.SourceType == SourceType.CommonJs)
        {
            Expression module = Make.Call(s_span, Make.Reference(s_span, "require"), Make.String(s_span, RuntimeLibrary.Specifier));
            string space = context.NewName("_helpers");
            List<VariableDeclarator> declarators = [new(s_span, Make.Binding(s_span, space), null, module)];
            foreach ((string name, string local) in names)
                declarators.Add(new(s_span, Make.Binding(s_span, local), null, Make.Member(s_span, Make.Reference(s_span, space), name)));
            return new VariableDeclaration(s_span, VariableKind.Var, [.. declarators]);
        }
        ModuleSpecifier[] specifiers = [.. names.ConvertAll(name => new ImportSpecifier(s_span, new IdentifierName(s_span, name.Name), Make.Binding(s_span, name.Local)))];
        return new ImportDeclaration(s_span, specifiers, Make.String(s_span, RuntimeLibrary.Specifier), []);
    }

    private static List<Statement> Copy(TransformContext context)
    {
        List<RuntimeFunction> functions = RuntimeLibrary.Closure(context.Runtime.Names);
        Dictionary<string, string> renamed = [];
        HashSet<string> called = [.. context.Runtime.Names];
        foreach (RuntimeFunction function in functions)
        {
            string local = called.Contains(function.Name) ? Localize(context, function.Name) : context.NewName(function.Name);
            if (local != function.Name) renamed.Add(function.Name, local);
        }
        List<Statement> statements = [];
        foreach (RuntimeFunction function in functions)
        {
            Program parsed = JsParser.Parse(new SourceText(RuntimeLibrary.Specifier, function.Text), new ParseOptions { KeepComments = false }).Program;
            foreach (Statement statement in parsed.Body) Adopt(statement, renamed);
            statements.AddRange(parsed.Body);
        }
        return statements;
    }

    private static string Localize(TransformContext context, string name)
    {
        string local = context.NewName(name);
        context.Runtime.Rename(name, local);
        return local;
    }

    // The places of the runtime's text are none of the file; functions get the names they have there.
    private static void Adopt(Node node, Dictionary<string, string> renamed)
    {
        node.Start = node.End = 0;
        if (node is BindingIdentifier binding && renamed.TryGetValue(binding.Name, out string? local)) binding.Name = local;
        else if (node is IdentifierReference reference && renamed.TryGetValue(reference.Name, out local)) reference.Name = local;
        foreach (Node child in node.GetChildren()) Adopt(child, renamed);
    }
}
