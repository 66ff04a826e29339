using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // program, statements, expressions with a form of their own
{
    private void WriteProgram(Program node)
    {
        Open(node, "Program"u8);
        WriteList("body"u8, node.Body);
        WriteText("sourceType"u8, node.SourceType == SourceType.Module ? "module" : "script");
        Close();
    }

    private void WriteDirective(Directive node)
    {
        Open(node, "ExpressionStatement"u8);
        WriteChild("expression"u8, node.Expression);
        WriteText("directive"u8, node.Raw);
        Close();
    }

    private void WriteExpressionStatement(ExpressionStatement node)
    {
        Open(node, "ExpressionStatement"u8);
        WriteChild("expression"u8, node.Expression);
        Close();
    }

    private void WriteCatchClause(CatchClause node)
    {
        Open(node, "CatchClause"u8);
        _json.WritePropertyName("param"u8);
        if (node.Param is null) _json.WriteNullValue();
        else WriteAnnotated(node.Param, node.TypeAnnotation, isOptional: false, node.TypeAnnotation?.End ?? node.Param.End, []);
        WriteChild("body"u8, node.Body);
        Close();
    }

    private void WriteVariableDeclaration(VariableDeclaration node)
    {
        Open(node, "VariableDeclaration"u8);
        WriteList("declarations"u8, node.Declarations);
        WriteText("kind"u8, node.DeclarationKind.ToText());
        if (_isTypeScript) _json.WriteBoolean("declare"u8, node.IsDeclare);
        Close();
    }

    private void WriteVariableDeclarator(VariableDeclarator node)
    {
        Open(node, "VariableDeclarator"u8);
        _json.WritePropertyName("id"u8);
        WriteAnnotated(node.Id, node.TypeAnnotation, isOptional: false, node.TypeAnnotation?.End ?? node.Id.End, []);
        WriteChild("init"u8, node.Init);
        if (_isTypeScript) _json.WriteBoolean("definite"u8, node.IsDefinite);
        Close();
    }

    private void WriteUnaryExpression(UnaryExpression node)
    {
        Open(node, "UnaryExpression"u8);
        WriteText("operator"u8, node.Operator.ToText());
        _json.WriteBoolean("prefix"u8, true);
        WriteChild("argument"u8, node.Argument);
        Close();
    }

    private void WriteImportExpression(ImportExpression node)
    {
        Open(node, "ImportExpression"u8);
        WriteChild("source"u8, node.Source);
        WriteChild("options"u8, node.Options);
        WritePhase(node.Phase);
        Close();
    }

    private void WritePhase(ImportPhase phase)
    {
        if (phase != ImportPhase.Evaluation) WriteText("phase"u8, phase.ToText());
        else if (_isTypeScript) _json.WriteNull("phase"u8);
    }
}
