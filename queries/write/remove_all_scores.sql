-- Forget every stored score.
delete from filled_score
