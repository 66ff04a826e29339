using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // TypeScript
{
    private void WriteTSKeywordType(TSKeywordType node)
    {
        Open(node, System.Text.Encoding.ASCII.GetBytes(node.Keyword.ToText()));
        Close();
    }

    private void WriteTSEnumDeclaration(TSEnumDeclaration node)
    {
        Open(node, "TSEnumDeclaration"u8);
        WriteChild("id"u8, node.Id);
        _json.WriteBoolean("const"u8, node.IsConst);
        _json.WriteBoolean("declare"u8, node.IsDeclare);
        _json.WritePropertyName("body"u8);
        Open("TSEnumBody"u8, SkipTrivia(node.Id.End), node.End);
        WriteList("members"u8, node.Members);
        Close();
        Close();
    }

    private void WriteTSModuleDeclaration(TSModuleDeclaration node)
    {
        Open(node, "TSModuleDeclaration"u8);
        WriteText("kind"u8, node.ModuleKind.ToText());
        WriteChild("id"u8, node.Id);
        if (node.Body is not null || node.Id.Kind != NodeKind.StringLiteral) WriteChild("body"u8, node.Body);
        _json.WriteBoolean("declare"u8, node.IsDeclare);
        _json.WriteBoolean("global"u8, node.ModuleKind == TSModuleKind.Global);
        Close();
    }

    // typescript-estree reads directives here as in a function
    private void WriteTSModuleBlock(TSModuleBlock node)
    {
        Open(node, "TSModuleBlock"u8);
        _json.WriteStartArray("body"u8);
        bool mayBeDirective = true;
        foreach (Statement statement in node.Body)
        {
            mayBeDirective &= statement is ExpressionStatement { Expression: StringLiteral literal } && literal.Start == statement.Start;
            if (mayBeDirective) WriteStringStatement((ExpressionStatement)statement);
            else Write(statement);
        }
        _json.WriteEndArray();
        Close();
    }

    private void WriteStringStatement(ExpressionStatement node)
    {
        Open(node, "ExpressionStatement"u8);
        WriteChild("expression"u8, node.Expression);
        WriteText("directive"u8, Raw(node.Expression)[1..^1]);
        Close();
    }

    private void WriteTSInterfaceDeclaration(TSInterfaceDeclaration node)
    {
        Open(node, "TSInterfaceDeclaration"u8);
        WriteChild("id"u8, node.Id);
        WriteOptional("typeParameters"u8, node.TypeParameters);
        _json.WriteStartArray("extends"u8);
        foreach (TSHeritage heritage in node.Extends) WriteHeritage(heritage, "TSInterfaceHeritage"u8);
        _json.WriteEndArray();
        WriteChild("body"u8, node.Body);
        _json.WriteBoolean("declare"u8, node.IsDeclare);
        Close();
    }

    private void WriteTSHeritage(TSHeritage node) => WriteHeritage(node, "TSClassImplements"u8);

    private void WriteHeritage(TSHeritage node, ReadOnlySpan<byte> type)
    {
        Open(node, type);
        WriteChild("expression"u8, node.Expression);
        WriteOptional("typeArguments"u8, node.TypeArguments);
        Close();
    }

    private void WriteTSMappedType(TSMappedType node)
    {
        Open(node, "TSMappedType"u8);
        WriteChild("key"u8, node.Key);
        WriteChild("constraint"u8, node.Constraint);
        WriteChild("nameType"u8, node.NameType);
        WriteOptional("typeAnnotation"u8, node.TypeAnnotation);
        if (node.Optional == TSMappedModifier.None) _json.WriteBoolean("optional"u8, false);
        else WriteMappedModifier("optional"u8, node.Optional);
        if (node.Readonly != TSMappedModifier.None) WriteMappedModifier("readonly"u8, node.Readonly);
        Close();
    }

    private void WriteMappedModifier(ReadOnlySpan<byte> name, TSMappedModifier modifier)
    {
        if (modifier == TSMappedModifier.Present) _json.WriteBoolean(name, true);
        else WriteText(name, modifier.ToText());
    }

    // the range of the type that is asserted is its own, without `is`
    private void WriteTSTypePredicate(TSTypePredicate node)
    {
        Open(node, "TSTypePredicate"u8);
        WriteChild("parameterName"u8, node.ParameterName);
        WriteChild("typeAnnotation"u8, node.TypeAnnotation);
        _json.WriteBoolean("asserts"u8, node.Asserts);
        Close();
    }

    private void WriteTSImportType(TSImportType node)
    {
        Open(node, "TSImportType"u8);
        WriteChild("source"u8, node.Argument is TSLiteralType literal ? literal.Literal : node.Argument);
        WriteChild("options"u8, node.Options);
        WriteChild("qualifier"u8, node.Qualifier);
        WriteChild("typeArguments"u8, node.TypeArguments);
        Close();
    }

    private void WriteTSPropertySignature(TSPropertySignature node)
    {
        Open(node, "TSPropertySignature"u8);
        _json.WriteBoolean("computed"u8, node.IsComputed);
        WriteChild("key"u8, node.Key);
        _json.WriteBoolean("optional"u8, node.IsOptional);
        _json.WriteBoolean("readonly"u8, node.IsReadonly);
        _json.WriteBoolean("static"u8, false);
        WriteOptional("typeAnnotation"u8, node.TypeAnnotation);
        Close();
    }

    private void WriteTSMethodSignature(TSMethodSignature node)
    {
        Open(node, "TSMethodSignature"u8);
        _json.WriteBoolean("computed"u8, node.IsComputed);
        WriteChild("key"u8, node.Key);
        WriteText("kind"u8, node.SignatureKind.ToText());
        _json.WriteBoolean("optional"u8, node.IsOptional);
        WriteList("params"u8, node.Parameters);
        _json.WriteBoolean("readonly"u8, false);
        _json.WriteBoolean("static"u8, false);
        WriteOptional("typeParameters"u8, node.TypeParameters);
        WriteOptional("returnType"u8, node.ReturnType);
        Close();
    }

    private void WriteTSIndexSignature(TSIndexSignature node)
    {
        Open(node, "TSIndexSignature"u8);
        WriteAccessibility(node.Accessibility);
        WriteList("parameters"u8, node.Parameters);
        _json.WriteBoolean("readonly"u8, node.IsReadonly);
        _json.WriteBoolean("static"u8, node.IsStatic);
        WriteOptional("typeAnnotation"u8, node.TypeAnnotation);
        Close();
    }
}
