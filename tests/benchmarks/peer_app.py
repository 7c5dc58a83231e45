"""The peer of a page rerun: the same two charts as a tutorial would write them, with Streamlit's defaults."""

import pandas as pd
import plotly.express as px
import streamlit as st

frame = pd.DataFrame({"opd": [f"OPD {n}" for n in range(48)], "serapan": [30 + n for n in range(48)]})
months = pd.DataFrame(
    {"bulan": list(range(1, 13)) * 2, "nilai": list(range(24)), "seri": ["RAK"] * 12 + ["Realisasi"] * 12}
)
for column, value in zip(st.columns(4), (1, 2, 3, 4), strict=True):
    column.metric("Serapan", value)
st.plotly_chart(px.bar(frame, x="serapan", y="opd", orientation="h"))
st.plotly_chart(px.line(months, x="bulan", y="nilai", color="seri"))
