using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // functions and classes
{
    private void WriteFunctionDeclaration(FunctionDeclaration node)
    {
        Open(node, node.Body is null && _isTypeScript ? "TSDeclareFunction"u8 : "FunctionDeclaration"u8);
        WriteChild("id"u8, node.Id);
        if (_isTypeScript) _json.WriteBoolean("declare"u8, node.IsDeclare);
        WriteFunctionFields(node, isExpression: false);
        WriteOptional("body"u8, node.Body);
        Close();
    }

    private void WriteFunctionExpression(FunctionExpression node)
    {
        Open(node, node.Body is null && _isTypeScript ? "TSEmptyBodyFunctionExpression"u8 : "FunctionExpression"u8);
        WriteChild("id"u8, node.Id);
        if (_isTypeScript) _json.WriteBoolean("declare"u8, false);
        WriteFunctionFields(node, isExpression: false);
        WriteChild("body"u8, node.Body);
        Close();
    }

    private void WriteArrowFunctionExpression(ArrowFunctionExpression node)
    {
        Open(node, "ArrowFunctionExpression"u8);
        WriteChild("id"u8, null);
        WriteFunctionFields(node, isExpression: node.Body.Kind != NodeKind.BlockStatement);
        WriteChild("body"u8, node.Body);
        Close();
    }

    private void WriteFunctionFields(IFunction node, bool isExpression)
    {
        _json.WriteBoolean("expression"u8, isExpression);
        _json.WriteBoolean("generator"u8, node.IsGenerator);
        _json.WriteBoolean("async"u8, node.IsAsync);
        WriteList("params"u8, node.Parameters);
        if (!_isTypeScript) return;
        WriteOptional("typeParameters"u8, node.TypeParameters);
        WriteOptional("returnType"u8, node.ReturnType);
    }

    private void WriteClassDeclaration(ClassDeclaration node) => WriteClass(node, node, "ClassDeclaration"u8);

    private void WriteClassExpression(ClassExpression node) => WriteClass(node, node, "ClassExpression"u8);

    private void WriteClass(Node node, IClass fields, ReadOnlySpan<byte> type)
    {
        Open(type, _classStart >= 0 ? _classStart : node.Start, node.End);
        _classStart = -1;
        WriteChild("id"u8, fields.Id);
        WriteChild("superClass"u8, fields.SuperClass);
        WriteChild("body"u8, fields.Body);
        if (_isTypeScript)
        {
            WriteList("decorators"u8, fields.Decorators);
            _json.WriteBoolean("abstract"u8, fields.IsAbstract);
            _json.WriteBoolean("declare"u8, fields.IsDeclare);
            WriteList("implements"u8, fields.Implements);
            WriteOptional("superTypeArguments"u8, fields.SuperTypeArguments);
            WriteOptional("typeParameters"u8, fields.TypeParameters);
        }
        Close();
    }

    private void WriteMethodDefinition(MethodDefinition node)
    {
        Open(node, node.IsAbstract && _isTypeScript ? "TSAbstractMethodDefinition"u8 : "MethodDefinition"u8);
        _json.WriteBoolean("static"u8, node.IsStatic);
        _json.WriteBoolean("computed"u8, node.IsComputed);
        WriteChild("key"u8, node.Key);
        WriteText("kind"u8, node.MethodKind.ToText());
        WriteChild("value"u8, node.Value);
        if (_isTypeScript)
        {
            WriteAccessibility(node.Accessibility);
            WriteList("decorators"u8, node.Decorators);
            _json.WriteBoolean("optional"u8, node.IsOptional);
            _json.WriteBoolean("override"u8, node.IsOverride);
        }
        Close();
    }

    private void WritePropertyDefinition(PropertyDefinition node)
    {
        ReadOnlySpan<byte> type = (node.IsAccessor, node.IsAbstract && _isTypeScript) switch
        {
            (true, true) => "TSAbstractAccessorProperty"u8,
            (true, false) => "AccessorProperty"u8,
            (false, true) => "TSAbstractPropertyDefinition"u8,
            _ => "PropertyDefinition"u8,
        };
        Open(node, type);
        _json.WriteBoolean("static"u8, node.IsStatic);
        _json.WriteBoolean("computed"u8, node.IsComputed);
        WriteChild("key"u8, node.Key);
        WriteChild("value"u8, node.Value);
        if (_isTypeScript)
        {
            WriteAccessibility(node.Accessibility);
            WriteList("decorators"u8, node.Decorators);
            _json.WriteBoolean("declare"u8, node.IsDeclare);
            _json.WriteBoolean("definite"u8, node.IsDefinite);
            _json.WriteBoolean("optional"u8, node.IsOptional);
            _json.WriteBoolean("override"u8, node.IsOverride);
            _json.WriteBoolean("readonly"u8, node.IsReadonly);
            WriteOptional("typeAnnotation"u8, node.TypeAnnotation);
        }
        Close();
    }

    private void WriteTSIndexSignatureElement(TSIndexSignatureElement node) => Write(node.Signature);
}
