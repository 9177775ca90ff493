using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks;

/// <summary>Adds a <see cref="StopPoint"/> to every loop, jump back and function of a cell, so that an interrupt needs no force.</summary>
/// <remarks>
/// Nothing else changes, the numbers of the lines included. Left alone is what runs as cleaning up (finally blocks) and what is data and
/// not code: expression trees, and arguments of which the function called is given the text.
/// </remarks>
internal sealed class StopPoints : CSharpSyntaxRewriter
{
    private const string Point = "global::Unrolled.Notebooks." + nameof(StopPoint);
    private static readonly StatementSyntax Look =
        SyntaxFactory.ParseStatement($"if ({Point}.{nameof(StopPoint.IsAhead)}) {Point}.{nameof(StopPoint.Reach)}(); ");

    private static readonly SyntaxToken Return = SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    // Null where only the text is known: then functions that are a single expression stay as they are.
    private readonly SemanticModel? _model;

    private StopPoints(SemanticModel? model) => _model = model;

    /// <summary>The cell with stop points; the same where it has no need of any.</summary>
    public static CSharpCompilation Add(CSharpCompilation cell)
    {
        var tree = cell.SyntaxTrees[^1];
        var root = tree.GetRoot();
        var seen = new StopPoints(cell.GetSemanticModel(tree)).Visit(root);
        return seen == root ? cell : cell.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(seen, tree.Options));
    }

    /// <summary>The text of a script file with stop points.</summary>
    public static string Add(string script)
    {
        var seen = new StopPoints(null).Visit(Parse(script).GetRoot()).ToFullString();
        // A directive may have lost the line of its own that it needs.
        return Parse(seen).GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? script : seen;

        static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, Submissions.Parsing);
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => node.WithCondition(Seen(node.Condition)).WithStatement(Begun(node.Statement));

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => node.WithCondition(Seen(node.Condition)).WithStatement(Begun(node.Statement));

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        ((ForStatementSyntax)base.VisitForStatement(node)!).WithStatement(Begun(node.Statement));

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => node.WithExpression(Seen(node.Expression)).WithStatement(Begun(node.Statement));

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => node.WithExpression(Seen(node.Expression)).WithStatement(Begun(node.Statement));

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => Block(node);

    public override SyntaxNode? VisitFinallyClause(FinallyClauseSyntax node) => node;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        node.Body is { } body ? node.WithBody((BlockSyntax)Begun(body))
        : AsBlock(node.ExpressionBody, node.SemicolonToken, _model?.GetDeclaredSymbol(node)) is { } block
            ? node.WithBody(block).WithExpressionBody(null).WithSemicolonToken(default)
        : base.VisitMethodDeclaration(node);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        node.Body is { } body ? node.WithBody((BlockSyntax)Begun(body))
        : AsBlock(node.ExpressionBody, node.SemicolonToken, _model?.GetDeclaredSymbol(node) as IMethodSymbol) is { } block
            ? node.WithBody(block).WithExpressionBody(null).WithSemicolonToken(default)
        : base.VisitLocalFunctionStatement(node);

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node.WithBlock((BlockSyntax)Begun(node.Block));

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => IsData(node) ? node : node.WithBody(Begun(node));

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => IsData(node) ? node : node.WithBody(Begun(node));

    private bool IsData(LambdaExpressionSyntax node) =>
        _model?.GetTypeInfo(node).ConvertedType is { Name: "Expression" or "LambdaExpression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } }
        || node.Ancestors().Where(ancestor => ancestor is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax).Any(QuotesArguments);

    private bool QuotesArguments(SyntaxNode call) =>
        _model?.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && method.Parameters.Any(p => p.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(CallerArgumentExpressionAttribute)));

    private CSharpSyntaxNode Begun(LambdaExpressionSyntax node) =>
        node.Block is { } body ? Begun(body)
        : (CSharpSyntaxNode?)AsBlock(node.ExpressionBody!, _model?.GetSymbolInfo(node).Symbol as IMethodSymbol) ?? Seen(node.ExpressionBody!);

    private StatementSyntax Begun(StatementSyntax body) => Visit(body) switch
    {
        BlockSyntax block when body is BlockSyntax => block
            .WithOpenBraceToken(block.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.Space))
            .WithStatements(block.Statements.Insert(0, Look.WithTrailingTrivia(block.OpenBraceToken.TrailingTrivia))),
        StatementSyntax statement => Block(statement),
        _ => body,
    };

    private BlockSyntax? AsBlock(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, IMethodSymbol? function) =>
        arrow is not null && AsBlock(arrow.Expression, function) is { } block
            ? block.WithOpenBraceToken(block.OpenBraceToken.WithTriviaFrom(arrow.ArrowToken)).WithCloseBraceToken(block.CloseBraceToken.WithTriviaFrom(semicolon))
            : null;

    private BlockSyntax? AsBlock(ExpressionSyntax expression, IMethodSymbol? function)
    {
        if (function is null || expression is ThrowExpressionSyntax)
            return null;
        var hasNoValue = function.ReturnsVoid || (function.IsAsync && function.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true });
        var seen = Seen(expression);
        var end = SyntaxFactory.Token(SyntaxKind.SemicolonToken);
        return Block(hasNoValue ? SyntaxFactory.ExpressionStatement(seen, end) : SyntaxFactory.ReturnStatement(Return.WithLeadingTrivia(seen.GetLeadingTrivia()), seen.WithoutLeadingTrivia(), end));
    }

    private static BlockSyntax Block(StatementSyntax statement) => SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken),
        [Look, statement],
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private ExpressionSyntax Seen(ExpressionSyntax expression) => (ExpressionSyntax)Visit(expression);
}
