"""Jinja, without what it does at every value in case it is needed, and what our templates never need. Ten thousand groups ask
it two million times."""

from __future__ import annotations

from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from markupsafe import Markup

from generator.escaping import escaped


class _Generator(CodeGenerator):
    """Writes attributes and calls as Python has them: in our templates a dot is never a key of a mapping, and nothing that is
    called asks for Jinja's own context. Lets through what is HTML already, rather than making it HTML again."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(value.key) for value in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for part in (*node.args, *node.kwargs):
            self.visit(part, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class QuickEnvironment(Environment):
    """An environment that escapes everything."""

    code_generator_class = _Generator

    @staticmethod
    def shown(value: Any) -> str:
        """A value as HTML."""
        return value if type(value) is Markup else escaped(str(value))
